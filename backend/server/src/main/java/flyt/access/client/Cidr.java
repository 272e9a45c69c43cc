package flyt.access.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses: {@code 10.20.0.0/16}, {@code 2001:db8::/32}, or one address.
 *
 * @param prefix its bytes; those behind {@code bits} are 0
 */
record Cidr(byte[] prefix, int bits) {
    private static final Pattern NUMERIC = Pattern.compile("[0-9A-Fa-f.:]{2,45}(/\\d{1,3})?");

    /** The range written so, or null. */
    static @Nullable Cidr of(String text) {
        byte[] address = NUMERIC.matcher(text).matches() ? address(text.split("/", 2)[0]) : null;
        if (address == null) {
            return null;
        }
        int bits = text.contains("/") ? Integer.parseInt(text.split("/", 2)[1]) : address.length * Byte.SIZE;
        if (bits > address.length * Byte.SIZE) {
            return null;
        }
        Cidr range = new Cidr(address, bits);
        for (int bit = bits; bit < address.length * Byte.SIZE; bit++) {
            if (bit(address, bit)) {
                return null; // PostgreSQL refuses these too
            }
        }
        return range;
    }

    /** Whether an address, as a socket tells it, lies in it. */
    boolean contains(String address) {
        byte[] other = NUMERIC.matcher(address).matches() ? address(address) : null;
        if (other == null || other.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (bit(prefix, bit) != bit(other, bit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean bit(byte[] address, int bit) {
        return (address[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) == 1;
    }

    /** Numbers only, so that nothing is looked up. */
    private static byte @Nullable [] address(String numeric) {
        try {
            return numeric.contains(":")
                            || numeric.chars().filter(c -> c == '.').count() == 3
                    ? InetAddress.getByName(numeric).getAddress()
                    : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
