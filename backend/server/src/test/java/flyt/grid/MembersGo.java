package flyt.grid;

import flyt.ops.ExpectLog;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** In such a test members leave the grid in good order; those who stay say that they no longer reach them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExpectLog("Removing connection to endpoint")
@ExpectLog("is suspected to be dead for reason: No connection")
@ExpectLog("OutboundResponseHandler")
@ExpectLog("Connecting to server")
public @interface MembersGo {}
