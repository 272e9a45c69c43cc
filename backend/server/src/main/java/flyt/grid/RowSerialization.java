package flyt.grid;

import com.hazelcast.config.SerializationConfig;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;

/**
 * How rows travel between members: each type has a number that never changes its meaning, and each object starts with
 * the version of its form. Members of two versions that do not know each other's form refuse to read.
 */
final class RowSerialization {
    static final int FACTORY = 7101;
    static final int KEY = 1;
    static final int VALUE = 2;
    static final int WRITE = 3;
    static final int IN_STREAM = 4;
    static final int IN_HOSPITAL = 5;
    private static final byte VERSION = 1;

    private RowSerialization() {}

    static void register(SerializationConfig config) {
        config.addDataSerializableFactory(FACTORY, RowSerialization::create);
    }

    private static IdentifiedDataSerializable create(int type) {
        return switch (type) {
            case KEY -> new RowKey();
            case VALUE -> new RowValue();
            case WRITE -> new RowWrite();
            case IN_STREAM -> new RowsOfStream();
            case IN_HOSPITAL -> new RowsOfHospital();
            default -> throw new HazelcastSerializationException("no type " + type + " among the rows");
        };
    }

    static void writeVersion(ObjectDataOutput out) throws IOException {
        out.writeByte(VERSION);
    }

    static void checkVersion(ObjectDataInput in) throws IOException {
        byte version = in.readByte();
        if (version != VERSION) {
            throw new HazelcastSerializationException("rows in form " + version + ", known is " + VERSION);
        }
    }

    static String text(ObjectDataInput in) throws IOException {
        String text = in.readString();
        if (text == null) {
            throw new HazelcastSerializationException("a text is missing");
        }
        return text;
    }
}
