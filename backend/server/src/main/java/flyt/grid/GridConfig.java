package flyt.grid;

import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * How this member takes part in the grid.
 *
 * @param cluster name of the grid; members with another name are not heard
 * @param host the one address this member binds to and is reached at, an IP address or a name that resolves to one
 * @param port port for members; 0 takes any free one, which only a member that is alone can do
 * @param busPort port of the event bus between members; 0 takes any free one
 * @param members addresses {@code host:port} of the members, this one's own may be among them; empty: this member is
 *     alone and looks for nobody; a single {@code dns:<service>}: the addresses behind a headless Kubernetes service
 */
public record GridConfig(String cluster, String host, int port, int busPort, List<String> members) {
    static final String ROWS = "rows";
    static final int BACKUPS = 1;
    private static final String DNS = "dns:";

    public GridConfig {
        members = List.copyOf(members);
        if (port == 0 && !members.isEmpty()) {
            throw new IllegalArgumentException("a member that others look for needs a port of its own");
        }
        if (members.size() > 1 && members.stream().anyMatch(member -> member.startsWith(DNS))) {
            throw new IllegalArgumentException("dns:<service> stands alone in the list of members");
        }
    }

    /** A grid of this member only, on loopback and any free port. */
    public static GridConfig alone(String cluster) {
        return new GridConfig(cluster, "127.0.0.1", 0, 0, List.of());
    }

    /**
     * The same, as Hazelcast wants it said.
     *
     * @throws IllegalArgumentException the host does not resolve
     */
    Config hazelcast() {
        Config config = new Config();
        config.setClusterName(cluster);
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.socket.bind.any", "false");
        // its defaults take a minute to notice a frozen member and five to look for the other half of a split
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "5");
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "10");
        config.setProperty("hazelcast.merge.next.run.delay.seconds", "5");
        config.setProperty("hazelcast.wait.seconds.before.join", "1");
        config.getMetricsConfig().setEnabled(false);
        config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface(address());
        join(config.getNetworkConfig().getJoin());
        RowSerialization.register(config.getSerializationConfig());
        config.getSerializationConfig().setJavaSerializationFilterConfig(onlyFailures());
        config.getSerializationConfig().getCompactSerializationConfig().setZeroConfigFilter(onlyFailures());
        config.addMapConfig(rows());
        return config;
    }

    private void join(JoinConfig join) {
        join.getMulticastConfig().setEnabled(false);
        join.getAutoDetectionConfig().setEnabled(false);
        if (members.isEmpty()) {
            join.getTcpIpConfig().setEnabled(false);
        } else if (members.get(0).startsWith(DNS)) {
            join.getKubernetesConfig()
                    .setEnabled(true)
                    .setProperty("service-dns", members.get(0).substring(DNS.length()));
        } else {
            join.getTcpIpConfig().setEnabled(true).setMembers(members);
        }
    }

    /**
     * The classes that may come out of bytes by their name. Rows have numbers instead; what is left
     * is Hazelcast telling another member how an operation failed, for which it uses Java
     * serialization.
     */
    private static JavaSerializationFilterConfig onlyFailures() {
        ClassFilter known = new ClassFilter()
                .addPackages("java.lang", "java.util", "java.util.concurrent")
                .addClasses("java.io.IOException", "java.io.EOFException")
                .addPrefixes("com.hazelcast.", "[");
        return new JavaSerializationFilterConfig().setDefaultsDisabled(true).setWhitelist(known);
    }

    private static MapConfig rows() {
        return new MapConfig(ROWS)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .setBackupCount(BACKUPS)
                .setAsyncBackupCount(0)
                .setReadBackupData(false)
                .setStatisticsEnabled(false)
                .setMergePolicyConfig(new MergePolicyConfig(HigherSeq.class.getName(), 500));
    }

    private String address() {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address for the host " + host, e);
        }
    }
}
