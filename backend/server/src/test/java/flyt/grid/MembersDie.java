package flyt.grid;

import flyt.ops.ExpectLog;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In such a test members die or are cut off from each other; of what each says of the others, and the
 * dying of itself, nobody can say which lines come.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExpectLog("com.hazelcast.instance.impl.Node ")
@ExpectLog("com.hazelcast.internal.cluster.")
@ExpectLog("com.hazelcast.internal.partition.")
@ExpectLog("com.hazelcast.internal.server.tcp.")
@ExpectLog("com.hazelcast.spi.impl.operationservice.")
@ExpectLog("io.vertx.core.impl.VertxImpl Failed to leave cluster")
public @interface MembersDie {}
