package flyt.domain.event;

/**
 * Something that happened or was told, without its header. Each capability has a sealed interface of its own that extends
 * this one; each record applies itself to that capability's state. Nothing else changes state.
 */
public interface Event {}
