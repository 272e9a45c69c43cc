package flyt.domain.placement;

/** With whom a patient shares a room; said by whoever asks for the bed, never worked out from a number (domain 3.18). */
public enum Sex {
    FEMALE,
    MALE
}
