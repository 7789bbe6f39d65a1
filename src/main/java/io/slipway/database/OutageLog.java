package io.slipway.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Makes one line every few seconds of what everybody logs about an outage: schedulers,
 * jobs, the pool and each request would tell it with a stack trace again and again, and
 * fill the disk that may be the cause.
 */
class OutageLog extends TurboFilter {

    /** The least time between two lines. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final org.slf4j.Logger log = LoggerFactory.getLogger(OutageLog.class);

    /** Who warns of each connection that it lost, without the error. */
    private static final String POOL = "com.zaxxer.hikari";

    private final InstantSource time;

    private Instant told = Instant.MIN;

    private long leftOut;

    OutageLog(InstantSource time) {
        this.time = time;
    }

    /** Stands before all appenders from now on, in the place of one before. */
    static OutageLog install(InstantSource time) {
        OutageLog filter = new OutageLog(time);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getTurboFilterList().removeIf((other) -> other instanceof OutageLog);
        context.addTurboFilter(filter);
        return filter;
    }

    @Override
    public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
            Object @Nullable [] params, @Nullable Throwable thrown) {
        if (!level.isGreaterOrEqual(Level.WARN) || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        @Nullable Throwable outage = DatabaseOutage.cause(thrown(params, thrown)).orElse(null);
        if (outage != null) {
            tell(outage);
            return FilterReply.DENY;
        }
        return (logger.getName().startsWith(POOL) && countDuringOutage()) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** Tells an outage, unless one was told a moment ago. */
    void tell(Throwable outage) {
        long before;
        synchronized (this) {
            Instant now = this.time.instant();
            if (isRecent(now)) {
                this.leftOut++;
                return;
            }
            before = this.leftOut;
            this.leftOut = 0;
            this.told = now;
        }
        log.warn("The database cannot work: {} ({} more such messages before)",
                String.valueOf(outage.getMessage()).replaceAll("\\s+", " "), before);
    }

    /** How many messages have been left out since the last line, which are then told. */
    synchronized long takeLeftOut() {
        long all = this.leftOut;
        this.leftOut = 0;
        return all;
    }

    private synchronized boolean countDuringOutage() {
        boolean recent = isRecent(this.time.instant());
        this.leftOut += recent ? 1 : 0;
        return recent;
    }

    private boolean isRecent(Instant now) {
        return this.told.isAfter(now.minus(PAUSE)) && !this.told.isAfter(now);
    }

    private static @Nullable Throwable thrown(Object @Nullable [] params, @Nullable Throwable thrown) {
        if (thrown != null || params == null || params.length == 0) {
            return thrown;
        }
        return (params[params.length - 1] instanceof Throwable last) ? last : null;
    }

}
