package io.slipway.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much heap something really needs: what is still held after a collection, looked at
 * again and again while it goes on. That makes it slower.
 */
public final class LiveHeap {

    private LiveHeap() {
    }

    /**
     * Does something.
     * @param pause between two looks
     * @return the most bytes that were held meanwhile, besides those held before
     */
    public static long most(Duration pause, Runnable what) {
        long before = held();
        AtomicLong most = new AtomicLong();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleWithFixedDelay(() -> most.accumulateAndGet(held() - before, Math::max), 0, pause.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            what.run();
        }
        finally {
            watch.shutdownNow();
        }
        return most.get();
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

}
