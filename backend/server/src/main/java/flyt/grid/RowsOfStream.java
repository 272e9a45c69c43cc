package flyt.grid;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.query.Predicate;
import flyt.board.Stream;
import java.io.IOException;
import java.util.Map;

/** The rows of one stream that are not dropped, and the head of its hospital. */
final class RowsOfStream implements Predicate<RowKey, RowValue>, IdentifiedDataSerializable {
    private static final long serialVersionUID = 1L;

    private String hospital = "";
    private String view = "";
    private String scope = "";

    RowsOfStream() {}

    RowsOfStream(Stream stream) {
        hospital = stream.hospital();
        view = stream.view();
        scope = stream.scope();
    }

    @Override
    public boolean apply(Map.Entry<RowKey, RowValue> entry) {
        RowKey key = entry.getKey();
        if (key.isHead()) {
            return key.isOf(hospital);
        }
        return key.isIn(hospital, view, scope) && entry.getValue().json() != null;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        RowSerialization.writeVersion(out);
        out.writeString(hospital);
        out.writeString(view);
        out.writeString(scope);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        RowSerialization.checkVersion(in);
        hospital = RowSerialization.text(in);
        view = RowSerialization.text(in);
        scope = RowSerialization.text(in);
    }

    @Override
    public int getFactoryId() {
        return RowSerialization.FACTORY;
    }

    @Override
    public int getClassId() {
        return RowSerialization.IN_STREAM;
    }
}
