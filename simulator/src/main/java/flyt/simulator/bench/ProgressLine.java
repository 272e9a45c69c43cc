package flyt.simulator.bench;

import java.io.PrintStream;

/**
 * How far a long wait has come, in per cent: one line that is written over on a terminal, elsewhere
 * a line for each tenth.
 */
final class ProgressLine {
    private final PrintStream out;
    private final String what;
    private final long whole;
    private final boolean terminal;
    private long shown = -1;

    ProgressLine(PrintStream out, String what, long whole, boolean terminal) {
        this.out = out;
        this.what = what;
        this.whole = whole;
        this.terminal = terminal;
    }

    /** So much of the whole is done. */
    void at(long done) {
        long percent = Math.min(100, done * 100 / whole);
        if (percent > shown && (terminal || percent / 10 > shown / 10 || shown < 0)) {
            shown = percent;
            String line = String.format("  %s %3d %%", what, percent);
            out.print(terminal ? "\r" + line + (percent == 100 ? System.lineSeparator() : "") : line + "\n");
            out.flush();
        }
    }
}
