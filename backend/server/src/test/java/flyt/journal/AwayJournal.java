package flyt.journal;

/** The failure that an unreachable journal gives, for tests elsewhere. */
public final class AwayJournal {
    private AwayJournal() {}

    public static JournalAway failure() {
        return new JournalAway("away");
    }
}
