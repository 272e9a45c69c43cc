package flyt.grid;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.query.Predicate;
import java.io.IOException;
import java.util.Map;

/** All rows of a hospital that are not dropped, without its head. */
final class RowsOfHospital implements Predicate<RowKey, RowValue>, IdentifiedDataSerializable {
    private static final long serialVersionUID = 1L;

    private String hospital = "";

    RowsOfHospital() {}

    RowsOfHospital(String hospital) {
        this.hospital = hospital;
    }

    @Override
    public boolean apply(Map.Entry<RowKey, RowValue> entry) {
        RowKey key = entry.getKey();
        return key.isOf(hospital) && !key.isHead() && entry.getValue().json() != null;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        RowSerialization.writeVersion(out);
        out.writeString(hospital);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        RowSerialization.checkVersion(in);
        hospital = RowSerialization.text(in);
    }

    @Override
    public int getFactoryId() {
        return RowSerialization.FACTORY;
    }

    @Override
    public int getClassId() {
        return RowSerialization.IN_HOSPITAL;
    }
}
