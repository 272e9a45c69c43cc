package flyt.grid;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.partition.PartitionAware;
import flyt.board.Stream;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a row lies in the grid. All rows of a hospital lie in the partition of the hospital's id, so that one operation
 * can write them and one read can see them, whole.
 *
 * <p>The head of a hospital is a row too, in view and scope {@code ""}: its number says how far the others are.
 */
final class RowKey implements IdentifiedDataSerializable, PartitionAware<String> {
    private String hospital = "";
    private String view = "";
    private String scope = "";
    private String key = "";

    RowKey() {}

    private RowKey(String hospital, String view, String scope, String key) {
        this.hospital = hospital;
        this.view = view;
        this.scope = scope;
        this.key = key;
    }

    static RowKey of(Stream stream, String key) {
        return new RowKey(stream.hospital(), stream.view(), stream.scope(), key);
    }

    static RowKey head(String hospital) {
        return new RowKey(hospital, "", "", "head");
    }

    boolean isHead() {
        return view.isEmpty();
    }

    boolean isOf(String otherHospital) {
        return hospital.equals(otherHospital);
    }

    boolean isIn(String otherHospital, String otherView, String otherScope) {
        return view.equals(otherView) && scope.equals(otherScope) && hospital.equals(otherHospital);
    }

    /** Never to be asked of a head. */
    Stream stream() {
        return new Stream(hospital, view, scope);
    }

    String key() {
        return key;
    }

    @Override
    public String getPartitionKey() {
        return hospital;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        RowSerialization.writeVersion(out);
        out.writeString(hospital);
        out.writeString(view);
        out.writeString(scope);
        out.writeString(key);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        RowSerialization.checkVersion(in);
        hospital = RowSerialization.text(in);
        view = RowSerialization.text(in);
        scope = RowSerialization.text(in);
        key = RowSerialization.text(in);
    }

    @Override
    public int getFactoryId() {
        return RowSerialization.FACTORY;
    }

    @Override
    public int getClassId() {
        return RowSerialization.KEY;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowKey that && isIn(that.hospital, that.view, that.scope) && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hospital, view, scope, key);
    }
}
