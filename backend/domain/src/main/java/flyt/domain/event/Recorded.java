package flyt.domain.event;

/** An event with its header: what the journal keeps and what a replay applies. */
public record Recorded(EventHeader header, Event event) {}
