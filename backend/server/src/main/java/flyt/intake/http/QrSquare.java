package flyt.intake.http;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text as a QR code, for pages to draw. */
final class QrSquare {
    private QrSquare() {}

    /**
     * The rows from the top, of {@code 1} for dark and {@code 0} for light, without the quiet zone around.
     *
     * @param text some hundred characters at most
     */
    static List<String> rows(String text) {
        ByteMatrix square = encoded(text);
        return IntStream.range(0, square.getHeight())
                .mapToObj(y -> IntStream.range(0, square.getWidth())
                        .mapToObj(x -> square.get(x, y) == 1 ? "1" : "0")
                        .collect(Collectors.joining()))
                .toList();
    }

    private static ByteMatrix encoded(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }
}
