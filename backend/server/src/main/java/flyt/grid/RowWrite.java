package flyt.grid;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of one hospital, in one go on the thread of its partition: of two values for a key the one with the higher
 * number stays, in whatever order they come. The backup does the same.
 */
final class RowWrite implements EntryProcessor<RowKey, RowValue, Void>, IdentifiedDataSerializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never written by Java serialization
    private Map<RowKey, RowValue> values = Map.of();

    private long tombstoneMillis;

    RowWrite() {}

    RowWrite(Map<RowKey, RowValue> values, long tombstoneMillis) {
        this.values = values;
        this.tombstoneMillis = tombstoneMillis;
    }

    @Override
    @SuppressWarnings("NullAway") // the grid takes null for "nothing to say"
    public @Nullable Void process(Map.Entry<RowKey, RowValue> entry) {
        RowKey key = entry.getKey();
        RowValue value = values.get(key);
        RowValue there = entry.getValue();
        if (value != null && (there == null || there.seq() <= value.seq())) {
            boolean tombstone = value.json() == null && !key.isHead();
            ((ExtendedMapEntry<RowKey, RowValue>) entry)
                    .setValue(value, tombstone ? tombstoneMillis : 0, TimeUnit.MILLISECONDS);
        }
        return null;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        RowSerialization.writeVersion(out);
        out.writeLong(tombstoneMillis);
        out.writeInt(values.size());
        for (Map.Entry<RowKey, RowValue> entry : values.entrySet()) {
            entry.getKey().writeData(out);
            entry.getValue().writeData(out);
        }
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        RowSerialization.checkVersion(in);
        tombstoneMillis = in.readLong();
        int size = in.readInt();
        values = new HashMap<>();
        for (int i = 0; i < size; i++) {
            RowKey key = new RowKey();
            key.readData(in);
            RowValue value = new RowValue();
            value.readData(in);
            values.put(key, value);
        }
    }

    @Override
    public int getFactoryId() {
        return RowSerialization.FACTORY;
    }

    @Override
    public int getClassId() {
        return RowSerialization.WRITE;
    }
}
