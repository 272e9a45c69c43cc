package flyt.domain.threshold;

import java.util.Locale;

/** The hospital's level of preparedness (domain 3.2). Green is not "all well": it is the first of three that are not normal. */
public enum Level {
    NORMAL,
    GREEN,
    YELLOW,
    RED;

    /** Under which name it is watched whether this level is called for. */
    public String rule() {
        return "level-" + name().toLowerCase(Locale.ROOT);
    }
}
