package flyt.grid;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.merge.MergingValue;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;

/**
 * When two halves of a grid find each other again, the row with the higher number stays. Hazelcast makes it by its class
 * name and hands it nothing, hence public and empty-handed.
 */
public final class HigherSeq implements SplitBrainMergePolicy<RowValue, MergingValue<RowValue>, Object> {

    @Override
    public Object merge(MergingValue<RowValue> merging, MergingValue<RowValue> existing) {
        if (existing == null) {
            return merging.getRawValue();
        }
        if (merging == null
                || merging.getDeserializedValue().seq()
                        < existing.getDeserializedValue().seq()) {
            return existing.getRawValue();
        }
        return merging.getRawValue();
    }

    @Override
    public void writeData(ObjectDataOutput out) {}

    @Override
    public void readData(ObjectDataInput in) {}
}
