package flyt.grid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.spi.merge.MergingValue;
import org.junit.jupiter.api.Test;

class HigherSeqTest {
    private static final RowValue OLD = new RowValue(7, "old".getBytes(UTF_8));
    private static final RowValue NEW = new RowValue(8, "new".getBytes(UTF_8));
    private static final RowValue DROPPED = new RowValue(9, null);

    private final HigherSeq policy = new HigherSeq();

    @Test
    void theHigherNumberStaysWhicheverHalfHasIt() {
        assertThat(policy.merge(value(OLD), value(NEW))).isSameAs(NEW);
        assertThat(policy.merge(value(NEW), value(OLD))).isSameAs(NEW);
    }

    @Test
    void aDroppedRowStaysDropped() {
        assertThat(policy.merge(value(NEW), value(DROPPED))).isSameAs(DROPPED);
        assertThat(policy.merge(value(DROPPED), value(NEW))).isSameAs(DROPPED);
    }

    @Test
    void whatOneHalfAloneHasIsKept() {
        assertThat(policy.merge(value(OLD), null)).isSameAs(OLD);
        assertThat(policy.merge(null, value(OLD))).isSameAs(OLD);
    }

    private static MergingValue<RowValue> value(RowValue row) {
        return new MergingValue<>() {
            @Override
            public Object getRawValue() {
                return row;
            }

            @Override
            @SuppressWarnings("unchecked") // as its own implementations do
            public RowValue getDeserializedValue() {
                return row;
            }
        };
    }
}
