package flyt.journal;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Large bodies, made small for the database and large again; on a worker thread. */
final class Zip {
    private Zip() {}

    static Buffer zip(Buffer body) throws IOException {
        var bytes = new ByteArrayOutputStream(body.length() / 4 + 64);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes());
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    static Buffer unzip(Buffer zipped) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(zipped.getBytes()))) {
            return Buffer.buffer(gzip.readAllBytes());
        }
    }
}
