package flyt.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that drives a browser.
 *
 * <p>Without one it is left out, and one warning at the end names all that were. With {@code flyt.browser=required}
 * (system property, or {@code FLYT_BROWSER} in the environment) it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(BrowserCondition.class)
public @interface NeedsBrowser {}
