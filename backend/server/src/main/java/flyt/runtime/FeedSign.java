package flyt.runtime;

/** What a message of a feed was, for the watch over it. Nothing of it is journaled. */
public enum FeedSign {
    /** It says only that the sender is there. */
    ALIVE,
    /** It was taken. */
    TAKEN,
    /** It was not; nothing it said is known here, so the sender counts as silent all the same. */
    REJECTED
}
