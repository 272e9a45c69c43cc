package flyt.ops;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Readers of values; each says in an {@link IllegalArgumentException} what is wrong. */
final class Parse {
    private static final String NAME = "[A-Za-z0-9._-]{1,40}";
    private static final String HOST = "[A-Za-z0-9._:\\[\\]-]+";

    static Setting.Parser<Integer> number(int least, int most) {
        return text -> {
            int number;
            try {
                number = Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not a whole number", e);
            }
            if (number < least || number > most) {
                throw new IllegalArgumentException("out of range");
            }
            return number;
        };
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    static Optional<Path> file(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    }

    static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return text.equals("true");
    }

    static Setting.Parser<String> oneOf(String... allowed) {
        return text -> {
            if (!List.of(allowed).contains(text)) {
                throw new IllegalArgumentException("unknown");
            }
            return text;
        };
    }

    static Optional<URI> webAddress(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an address", e);
        }
        if (url.getHost() == null || !List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new IllegalArgumentException("not such an address");
        }
        return Optional.of(url);
    }

    static Path path(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        return Path.of(text);
    }

    static Optional<String> databaseUrl(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            // Its message would show the password.
            throw new IllegalArgumentException("not an address (percent-encode special characters)");
        }
        boolean complete = url.getHost() != null
                && url.getUserInfo() != null
                && url.getPath() != null
                && url.getPath().length() > 1;
        if (!List.of("postgresql", "postgres").contains(String.valueOf(url.getScheme())) || !complete) {
            throw new IllegalArgumentException("not such an address");
        }
        return Optional.of(text);
    }

    static List<String> members(String text) {
        List<String> members = list(text);
        if (members.size() == 1 && members.get(0).matches("dns:[A-Za-z0-9.-]+")) {
            return members;
        }
        for (String member : members) {
            int colon = member.lastIndexOf(':');
            if (colon < 1 || !member.substring(0, colon).matches(HOST)) {
                throw new IllegalArgumentException("neither host:port nor dns:<service>: " + member);
            }
            int unused = number(1, 65_535).read(member.substring(colon + 1));
        }
        return members;
    }

    static String host(String text) {
        if (!text.matches(HOST)) {
            throw new IllegalArgumentException("not a host name or address");
        }
        return text;
    }

    static String name(String text) {
        if (!text.matches(NAME)) {
            throw new IllegalArgumentException("not such a name");
        }
        return text;
    }

    static List<String> list(String text) {
        return List.of(text.split(",")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Push services: https and by name, since a number may be anybody's; plain http is for this machine alone. */
    static List<String> services(String text) {
        List<String> services = list(text);
        for (String one : services) {
            if (!one.matches("https://(\\*\\.)?([a-z0-9-]+\\.)+[a-z]+(:\\d{1,5})?|http://127\\.0\\.0\\.1:\\d{1,5}")) {
                throw new IllegalArgumentException(one + " is not the https address of a push service");
            }
        }
        return services;
    }
}
