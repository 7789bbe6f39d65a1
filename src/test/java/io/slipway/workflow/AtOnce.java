package io.slipway.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.slipway.test.Patience;
import org.jspecify.annotations.Nullable;

/**
 * Runs acts at the same moment, each on a thread of its own, and tells what became of
 * each.
 */
public final class AtOnce implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * Runs the acts.
     * @param acts the acts
     * @return the error of each, null for one that succeeded
     */
    public List<@Nullable Throwable> run(List<Runnable> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        List<Future<?>> running = new ArrayList<>();
        for (Runnable act : acts) {
            running.add(this.threads.submit((Callable<Boolean>) () -> {
                start.await(30, TimeUnit.SECONDS);
                act.run();
                return true;
            }));
        }
        List<@Nullable Throwable> errors = new ArrayList<>();
        for (Future<?> future : running) {
            errors.add(error(future));
        }
        return errors;
    }

    private static @Nullable Throwable error(Future<?> future) throws Exception {
        try {
            future.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
            return null;
        }
        catch (ExecutionException ex) {
            return ex.getCause();
        }
    }

    @Override
    public void close() {
        this.threads.shutdownNow();
    }

}
