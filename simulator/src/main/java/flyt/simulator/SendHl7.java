package flyt.simulator;

import flyt.hl7.MllpLine;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code flyt send-hl7}: sends the messages in files to an MLLP port, one after the other, and prints what is answered. A file has
 * one message or many, with segments that end with CR, LF or both; the bytes are sent as they are.
 */
public final class SendHl7 {
    static final String HELP =
            """
            flyt send-hl7 [--host 127.0.0.1] [--port 2575] [--wait SECONDS] FILE...
                Sends the HL7 v2 messages in these files over MLLP and prints the acknowledgements.
                --wait   how long to wait for each, 30 when absent; 0: do not wait, for messages that ask for none
                Exit 0: all acknowledged with AA or CA; 1: not all; 2: not understood.
            """;

    private static final int VT = 0x0b;
    private static final int FS = 0x1c;
    /** From so many messages on it prints how far it is, in place of every answer. */
    private static final int MANY = 50;

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(2);

    private final PrintStream out;
    private String host = "127.0.0.1";
    private int port = 2575;
    private int waitSeconds = 30;
    private final List<Path> files = new ArrayList<>();

    private SendHl7(PrintStream out) {
        this.out = out;
    }

    /** See {@link #HELP}. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** The exit code. */
    static int run(List<String> arguments, PrintStream out) {
        if (arguments.contains("--help") || arguments.isEmpty()) {
            out.print(HELP);
            return arguments.isEmpty() ? 2 : 0;
        }
        SendHl7 send = new SendHl7(out);
        try {
            send.read(arguments);
            return send.all() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            out.println("flyt send-hl7: " + e.getMessage() + "; see flyt send-hl7 --help");
            return 2;
        } catch (IOException e) {
            out.println("flyt send-hl7: " + e);
            return 1;
        }
    }

    private void read(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String one = arguments.get(i);
            if (!one.startsWith("--")) {
                files.add(Path.of(one));
                continue;
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(one + " needs a value");
            }
            String value = arguments.get(++i);
            switch (one) {
                case "--host" -> host = value;
                case "--port" -> port = number(one, value, 65_535);
                case "--wait" -> waitSeconds = number(one, value, 3_600);
                default -> throw new IllegalArgumentException("there is no " + one);
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file is named");
        }
    }

    private static int number(String name, String text, int most) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(name + " must be a number up to " + most);
        }
        return Integer.parseInt(text);
    }

    private boolean all() throws IOException {
        List<byte[]> messages = new ArrayList<>();
        for (Path file : files) {
            messages.addAll(messages(Files.readAllBytes(file)));
        }
        Map<String, Integer> codes = new TreeMap<>();
        long from = System.nanoTime();
        long printed = from;
        try (Socket socket = new Socket(host, port)) {
            socket.setSoTimeout(waitSeconds * 1_000);
            socket.setTcpNoDelay(true);
            OutputStream to = socket.getOutputStream();
            InputStream answers = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < messages.size(); i++) {
                to.write(MllpLine.framed(messages.get(i)).getBytes());
                to.flush();
                String answer = waitSeconds == 0 ? "" : answer(answers);
                codes.merge(code(answer), 1, Integer::sum);
                if (messages.size() < MANY) {
                    out.println(answer.replace('\r', '\n').strip());
                } else if (System.nanoTime() - printed > PROGRESS_EVERY.toNanos()) {
                    printed = System.nanoTime();
                    out.println(progress(i + 1, messages.size(), (System.nanoTime() - from) / 1e9, codes));
                }
            }
        }
        String what = messages.size() == 1 ? "1 message" : messages.size() + " messages";
        out.printf("%s in %.1f s: %s%n", what, (System.nanoTime() - from) / 1e9, codes);
        return !messages.isEmpty()
                && (waitSeconds == 0 || codes.keySet().stream().allMatch(List.of("AA", "CA")::contains));
    }

    /** How far it is, how fast, and how long the rest takes at that pace. */
    static String progress(int sent, int all, double seconds, Map<String, Integer> codes) {
        double pace = sent / seconds;
        return String.format(
                "%d of %d, %d %%, %.0f/s, %.0f s left: %s",
                sent, all, 100L * sent / all, pace, (all - sent) / pace, codes);
    }

    /** The messages in a file, each from one MSH to the next. */
    static List<byte[]> messages(byte[] file) {
        // each byte is a character of this set, so nothing is lost on the way
        String text = new String(file, StandardCharsets.ISO_8859_1)
                .replaceAll("[\u000b\u001c]", "")
                .replace("\r\n", "\r")
                .replace('\n', '\r')
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .replaceAll("\r{2,}", "\r");
        List<byte[]> messages = new ArrayList<>();
        for (String message : text.split("(?:^|(?<=\r))(?=MSH[^A-Za-z0-9\\s])")) {
            if (!message.isBlank()) {
                messages.add((message.strip() + "\r").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return messages;
    }

    private static String answer(InputStream from) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = from.read();
        while (next != VT) {
            next = more(next, from);
        }
        for (next = from.read(); next != FS; next = more(next, from)) {
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static int more(int last, InputStream from) throws IOException {
        if (last == -1) {
            throw new IOException("the connection was closed before an answer");
        }
        return from.read();
    }

    private static String code(String answer) {
        int msa = answer.indexOf("\rMSA");
        return msa < 0 || answer.length() < msa + 7 ? "no answer" : answer.substring(msa + 5, msa + 7);
    }
}
