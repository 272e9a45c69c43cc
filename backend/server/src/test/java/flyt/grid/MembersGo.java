package flyt.grid;

import flyt.ops.ExpectLog;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** In such a test members leave the grid in good order; the grid of those who stay says what it finds of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExpectLog("com.hazelcast.internal.cluster.")
@ExpectLog("com.hazelcast.internal.partition.")
@ExpectLog("com.hazelcast.internal.server.tcp.")
@ExpectLog("com.hazelcast.spi.impl.operationservice.")
@ExpectLog("io.vertx.core.eventbus.impl.clustered.ClusteredEventBus Connecting to server")
public @interface MembersGo {}
