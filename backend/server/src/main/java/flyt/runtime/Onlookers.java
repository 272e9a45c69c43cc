package flyt.runtime;

import flyt.board.RowBatch;

/** Who is told of what a writer has committed: the screens, on all members. */
public interface Onlookers {

    /**
     * Rows changed.
     *
     * @param bornNanos when the first input behind them came in, by this member's nano clock
     */
    void rows(RowBatch batch, long bornNanos);

    /** A hospital's beat: a whole {@code beat} frame, UTF-8 JSON. */
    void beat(String hospital, byte[] frame);
}
