package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Nothing flashes: the frames of a board in its worst five seconds, by the definition of WCAG 2.3.1. */
final class FlashTest extends OnPages {

    /** A frame as the browser painted it: when, and the relative luminance (0 to 1) of each of its blocks. */
    private record Frame(double seconds, double[] blocks) {}

    private static final int ACROSS = 32;
    private static final int DOWN = 18;

    @Test
    void aBoardFullOfChangesFlashesNowhere() {
        try (Screen screen = Screen.ward(browser, server, 3)) {
            List<Frame> frames = filmed(screen, () -> changes(screen));
            assertThat(frames).hasSizeGreaterThan(20);
            assertThat(worstFlashing(frames)).isLessThan(0.25);
        }
    }

    @Test
    void aScreenThatFlashesIsSeenToFlash() {
        try (Screen screen = Screen.ward(browser, server, 3)) {
            List<Frame> frames = filmed(screen, () -> {
                for (int i = 0; i < 20; i++) {
                    screen.does(
                            "() => { const { style } = document.body; style.filter = style.filter ? '' : 'invert(1)'; }");
                    screen.page().waitForTimeout(80);
                }
            });
            assertThat(worstFlashing(frames)).isGreaterThan(0.25);
        }
    }

    /** Five seconds in which rows turn critical and back, feeds fall silent and speak, and it is night and day. */
    private static void changes(Screen screen) {
        RandomRows rows = new RandomRows(42);
        int seq = 48213;
        for (int i = 0; i < 60; i++) {
            for (int row = 0; row < 6; row++) {
                screen.send(Golden.update(seq, seq + 1, rows.next()));
                seq++;
            }
            if (i % 20 == 10) {
                screen.send(Golden.frame("beat-feed-silent"));
            } else if (i % 20 == 0) {
                screen.send(Golden.frame("beat"));
            }
            screen.page().waitForTimeout(80);
        }
    }

    private static List<Frame> filmed(Screen screen, Runnable scene) {
        List<Frame> frames = new ArrayList<>();
        CDPSession devtools = screen.page().context().newCDPSession(screen.page());
        devtools.on("Page.screencastFrame", event -> {
            frames.add(new Frame(
                    event.getAsJsonObject("metadata").get("timestamp").getAsDouble(),
                    blocks(event.get("data").getAsString())));
            JsonObject seen = new JsonObject();
            seen.add("sessionId", event.get("sessionId"));
            var unused = devtools.send("Page.screencastFrameAck", seen);
        });
        JsonObject wish = new JsonObject();
        wish.addProperty("format", "png");
        wish.addProperty("maxWidth", ACROSS * 10);
        wish.addProperty("maxHeight", DOWN * 10);
        var started = devtools.send("Page.startScreencast", wish);
        scene.run();
        var stopped = devtools.send("Page.stopScreencast");
        assertThat(started.size() + stopped.size()).isZero();
        return frames;
    }

    /** The largest share of the screen, 0 to 1, that at any one time had flashed more than three times in a second. */
    private static double worstFlashing(List<Frame> frames) {
        List<Deque<Double>> flashes = new ArrayList<>();
        double[] turn = frames.get(0).blocks().clone();
        int[] direction = new int[turn.length];
        for (int block = 0; block < turn.length; block++) {
            flashes.add(new ArrayDeque<>());
        }
        double worst = 0;
        for (Frame frame : frames) {
            int flashing = 0;
            for (int block = 0; block < turn.length; block++) {
                Deque<Double> recent = flashes.get(block);
                double change = frame.blocks()[block] - turn[block];
                boolean isLarge = Math.abs(change) >= 0.1 && Math.min(frame.blocks()[block], turn[block]) < 0.8;
                if (isLarge && Math.signum(change) != direction[block]) {
                    direction[block] = (int) Math.signum(change);
                    recent.add(frame.seconds());
                }
                if (isLarge || Math.signum(change) == direction[block]) {
                    turn[block] = frame.blocks()[block];
                }
                while (!recent.isEmpty() && recent.getFirst() < frame.seconds() - 1) {
                    recent.removeFirst();
                }
                // A flash is a change there and back.
                flashing += recent.size() > 6 ? 1 : 0;
            }
            worst = Math.max(worst, (double) flashing / turn.length);
        }
        return worst;
    }

    private static double[] blocks(String png) {
        try {
            BufferedImage image =
                    ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
            double[] blocks = new double[ACROSS * DOWN];
            for (int block = 0; block < blocks.length; block++) {
                int x = (block % ACROSS * 2 + 1) * image.getWidth() / (2 * ACROSS);
                int y = (block / ACROSS * 2 + 1) * image.getHeight() / (2 * DOWN);
                blocks[block] = luminance(image.getRGB(x, y));
            }
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double luminance(int rgb) {
        return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
    }

    private static double channel(int value) {
        double part = (value & 0xFF) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
