package flyt.grid;

import com.hazelcast.cluster.impl.MemberImpl;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;

/** Two members that lose each other, as when the network between them is cut. They find each other again by themselves. */
public final class Split {
    private Split() {}

    /** Parts them; returns when each believes that it is alone. */
    public static void part(HazelcastInstance one, HazelcastInstance other) throws InterruptedException {
        suspect(one, other);
        suspect(other, one);
        awaitMembers(one, 1);
        awaitMembers(other, 1);
    }

    /** Waits until it sees so many members. */
    public static void awaitMembers(HazelcastInstance member, int count) throws InterruptedException {
        while (members(member) != count) {
            if (Thread.interrupted()) {
                throw new InterruptedException("has " + members(member) + " members, not " + count);
            }
            Thread.onSpinWait();
        }
    }

    /** How many members it sees. */
    public static int members(HazelcastInstance member) {
        return member.getCluster().getMembers().size();
    }

    private static void suspect(HazelcastInstance who, HazelcastInstance whom) {
        ClusterServiceImpl cluster =
                ((HazelcastInstanceProxy) who).getOriginal().node.getClusterService();
        MemberImpl suspected = cluster.getMember(
                ((HazelcastInstanceProxy) whom).getOriginal().node.getThisAddress());
        if (suspected != null) {
            cluster.suspectMember(suspected, "cut off by a test", true);
        }
    }
}
