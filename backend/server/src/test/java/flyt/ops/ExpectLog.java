package flyt.ops;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A log line above INFO that a test brings about on purpose: on a method it must come, on a class
 * it may, and so on an annotation that a class bears.
 *
 * <p>Heard by {@link Watch}, which is on every test.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(ExpectLog.Several.class)
public @interface ExpectLog {
    /** A part of the logger's name, a space and the message, e.g. {@code WriterLink broken}. */
    String value();

    /** Holds more than one. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Several {
        /** The lines. */
        ExpectLog[] value();
    }
}
