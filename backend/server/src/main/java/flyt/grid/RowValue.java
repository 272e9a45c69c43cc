package flyt.grid;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A row as it lies in the grid: its bytes and the journal's number that made them. Without bytes it is a tombstone,
 * which keeps a late older write from bringing a dropped row back, or the head of a hospital.
 */
final class RowValue implements IdentifiedDataSerializable {
    private long seq;
    private byte @Nullable [] json;

    RowValue() {}

    RowValue(long seq, byte @Nullable [] json) {
        this.seq = seq;
        this.json = json;
    }

    long seq() {
        return seq;
    }

    byte @Nullable [] json() {
        return json;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        RowSerialization.writeVersion(out);
        out.writeLong(seq);
        out.writeByteArray(json);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        RowSerialization.checkVersion(in);
        seq = in.readLong();
        json = in.readByteArray();
    }

    @Override
    public int getFactoryId() {
        return RowSerialization.FACTORY;
    }

    @Override
    public int getClassId() {
        return RowSerialization.VALUE;
    }
}
