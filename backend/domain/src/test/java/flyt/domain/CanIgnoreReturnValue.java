package flyt.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** Read by the compiler's check of unused results: the result is for chaining. */
@Target({ElementType.TYPE, ElementType.METHOD})
@interface CanIgnoreReturnValue {}
