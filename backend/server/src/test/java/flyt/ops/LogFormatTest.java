package flyt.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The logging that the server is started with. */
class LogFormatTest {
    @Test
    void jsonIsOneObjectToALine() throws JoranException {
        String line = line("json");

        assertThat(line).endsWith("\n").containsOnlyOnce("\n");
        JsonObject object = new JsonObject(line);
        assertThat(object.getString("level")).isEqualTo("WARN");
        assertThat(object.getString("loggerName")).isEqualTo("flyt.test");
        assertThat(object.getString("formattedMessage")).isEqualTo("two\nlines of 7");
        assertThat(object.getLong("timestamp")).isPositive();
        assertThat(object.getJsonObject("throwable").getString("message")).isEqualTo("because");
    }

    @Test
    void textIsForPeople() throws JoranException {
        assertThat(line("text")).contains(" WARN  flyt.test two\nlines of 7\n", "IllegalStateException: because");
    }

    private static String line(String format) throws JoranException {
        var context = new LoggerContext();
        context.putProperty("FLYT_LOG_FORMAT", format);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogFormatTest.class.getResource("/logback.xml"));
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .extracting(Status::getLevel)
                .containsOnly(Status.INFO);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        assertThat(root.getLevel()).isEqualTo(Level.INFO);
        var stdout = (ConsoleAppender<ILoggingEvent>) root.getAppender("stdout");
        var event = new LoggingEvent(
                "caller",
                context.getLogger("flyt.test"),
                Level.WARN,
                "two\nlines of {}",
                new IllegalStateException("because"),
                new Object[] {7});
        return new String(stdout.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
