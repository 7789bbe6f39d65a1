package io.slipway.ui.log;

import java.util.function.Supplier;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.pattern.DynamicConverter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemFactory;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The log of Spring Boot, in which no text from outside can make a line of its own, be it
 * on the console or in a file. Structured logs escape by themselves.
 */
class PlainLog extends LogbackLoggingSystem {

    PlainLog(ClassLoader classes) {
        super(classes);
    }

    @Override
    protected void loadDefaults(LoggingInitializationContext context, @Nullable LogFile file) {
        super.loadDefaults(context, file);
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.iteratorForAppenders().forEachRemaining((appender) -> {
            if (appender instanceof OutputStreamAppender<ILoggingEvent> output
                    && output.getEncoder() instanceof PatternLayoutEncoder encoder
                    && encoder.getLayout() instanceof PatternLayout layout) {
                escape(layout);
            }
        });
    }

    private static void escape(PatternLayout layout) {
        layout.stop();
        use(layout, PlainMessage::new, "m", "msg", "message");
        use(layout, PlainContext::new, "X", "mdc");
        use(layout, PlainThrowable::new, "wEx", "wex", "ex", "throwable", "xEx");
        layout.start();
    }

    @SuppressWarnings("rawtypes")
    private static void use(PatternLayout layout, Supplier<DynamicConverter> converter, String... words) {
        Stream.of(words).forEach((word) -> layout.getInstanceConverterMap().put(word, converter));
    }

    /** Comes before Spring Boot's own. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Factory implements LoggingSystemFactory {

        @Override
        public LoggingSystem getLoggingSystem(ClassLoader classes) {
            return new PlainLog(classes);
        }

    }

}
