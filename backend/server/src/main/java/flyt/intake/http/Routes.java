package flyt.intake.http;

import io.vertx.ext.web.Router;

/** Some of the server's routes. */
public interface Routes {
    /** Puts them on a router. */
    void mount(Router router);
}
