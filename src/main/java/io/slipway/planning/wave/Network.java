package io.slipway.planning.wave;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What of a deployment plan waits for what, and what follows from it: the earliest and
 * latest times of each step by the critical path method. One wave comes after the other
 * and its bake; within a wave steps start after others have ended or started, and not
 * before their fixed times.
 */
public final class Network {

    /** Where there is no time. */
    static final long NEVER = Long.MIN_VALUE;

    private final List<Wave> waves;

    private final List<PlannedStep> inOrder = new ArrayList<>();

    private final int[] waveEnds;

    private final Link[][] links;

    private final long[] fixed;

    private final long[] planned;

    private Network(List<Wave> waves) {
        this.waves = List.copyOf(waves);
        this.waveEnds = new int[waves.size()];
        Map<String, Integer> places = new HashMap<>();
        List<Link[]> all = new ArrayList<>();
        for (int wave = 0; wave < this.waveEnds.length; wave++) {
            StepLinks within = new StepLinks(waves.get(wave));
            within.circle().ifPresent((circle) -> {
                throw new IllegalArgumentException("Steps wait for each other: " + String.join(", ", circle));
            });
            for (PlannedStep step : within.ordered()) {
                places.put(step.key(), this.inOrder.size());
                this.inOrder.add(step);
                all.add(within.of(step)
                    .stream()
                    .map((link) -> new Link(places.get(link.step()), link.kind() == LinkKind.START_START,
                            millis(link.lag())))
                    .toArray(Link[]::new));
            }
            this.waveEnds[wave] = this.inOrder.size();
        }
        this.links = all.toArray(Link[][]::new);
        this.fixed = this.inOrder.stream()
            .mapToLong((step) -> (step.notBefore() != null) ? step.notBefore().toEpochMilli() : NEVER)
            .toArray();
        this.planned = this.inOrder.stream().mapToLong((step) -> millis(step.minutes())).toArray();
    }

    /**
     * The network of a plan. Refuses, with an {@link IllegalArgumentException}, steps
     * that wait for each other; links to steps of other waves do not count.
     */
    public static Network of(List<Wave> waves) {
        return new Network(waves);
    }

    static long millis(int minutes) {
        return Duration.ofMinutes(minutes).toMillis();
    }

    /**
     * When all is done if each step takes as long as planned.
     * @param start when the first wave may start, UTC
     */
    public Schedule planned(Instant start) {
        return schedule(start, new State(this, Actuals.NONE, null));
    }

    /**
     * When all will be done after what happened so far: what is done stays, what runs
     * lasts as long as planned or until now, and what has not started starts now at the
     * earliest.
     * @param start when the first wave might start, UTC
     */
    public Schedule forecast(Instant start, Actuals actuals, Instant now) {
        return schedule(start, new State(this, actuals, now));
    }

    private Schedule schedule(Instant start, State state) {
        Pass pass = new Pass(this.inOrder.size(), this.waveEnds.length);
        forward(start.toEpochMilli(), this.planned, state, pass);
        long[] latest = backward(state, pass);
        Map<String, Schedule.StepTime> found = new HashMap<>();
        for (int i = 0; i < latest.length; i++) {
            String key = this.inOrder.get(i).key();
            found.put(key, new Schedule.StepTime(key, at(pass.starts[i]), at(pass.ends[i]),
                    Duration.ofMillis(latest[i] - pass.starts[i])));
        }
        Map<String, Schedule.StepTime> steps = new LinkedHashMap<>();
        this.waves.forEach((wave) -> wave.steps().forEach((step) -> steps.put(step.key(), found.get(step.key()))));
        List<Schedule.WaveTime> times = new ArrayList<>();
        for (int wave = 0; wave < this.waveEnds.length; wave++) {
            times.add(new Schedule.WaveTime(this.waves.get(wave).key(), at(pass.gates[wave]), at(pass.done[wave]),
                    at(pass.gates[wave + 1])));
        }
        return new Schedule(start, at(pass.gates[this.waveEnds.length]), times, steps);
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    /**
     * The earliest times.
     * @param durations of each step, in milliseconds
     * @return when the last wave is over
     */
    long forward(long start, long[] durations, State state, Pass pass) {
        long gate = start;
        int i = 0;
        for (int wave = 0; wave < this.waveEnds.length; wave++) {
            pass.gates[wave] = gate;
            long done = gate;
            for (; i < this.waveEnds[wave]; i++) {
                earliest(i, gate, durations[i], state, pass);
                done = Math.max(done, pass.ends[i]);
            }
            pass.done[wave] = done;
            gate = (state.over[wave] != NEVER) ? state.over[wave]
                    : Math.max(state.now, done + millis(this.waves.get(wave).bake().minutes()));
        }
        pass.gates[this.waveEnds.length] = gate;
        return gate;
    }

    private void earliest(int i, long gate, long duration, State state, Pass pass) {
        if (state.started[i] != NEVER) {
            pass.starts[i] = state.started[i];
            pass.ends[i] = (state.ended[i] != NEVER) ? state.ended[i]
                    : Math.max(state.now, state.started[i] + duration);
            return;
        }
        long from = Math.max(Math.max(gate, state.now), this.fixed[i]);
        for (Link link : this.links[i]) {
            from = Math.max(from, (link.startStart ? pass.starts[link.from] : pass.ends[link.from]) + link.lag);
        }
        pass.starts[i] = from;
        pass.ends[i] = from + duration;
    }

    /** The latest starts that do not delay the end; what has started waits no more. */
    private long[] backward(State state, Pass pass) {
        long[] starts = new long[this.inOrder.size()];
        long[] ends = new long[starts.length];
        long gate = pass.gates[this.waveEnds.length];
        for (int wave = this.waveEnds.length - 1; wave >= 0; wave--) {
            int first = (wave > 0) ? this.waveEnds[wave - 1] : 0;
            long last = gate - (pass.gates[wave + 1] - pass.done[wave]);
            Arrays.fill(ends, first, this.waveEnds[wave], last);
            gate = last;
            for (int i = this.waveEnds[wave] - 1; i >= first; i--) {
                starts[i] = ends[i] - (pass.ends[i] - pass.starts[i]);
                if (state.started[i] != NEVER) {
                    continue;
                }
                gate = Math.min(gate, starts[i]);
                for (Link link : this.links[i]) {
                    long length = link.startStart ? pass.ends[link.from] - pass.starts[link.from] : 0;
                    ends[link.from] = Math.min(ends[link.from], starts[i] - link.lag + length);
                }
            }
        }
        return starts;
    }

    List<PlannedStep> steps() {
        return this.inOrder;
    }

    /**
     * What a step waits for.
     *
     * @param from place of the other step, before its own
     * @param startStart whether the other one's start is meant
     * @param lag in milliseconds
     */
    private record Link(int from, boolean startStart, long lag) {
    }

    /** The results of a pass through the network, in milliseconds. */
    static final class Pass {

        private final long[] starts;

        private final long[] ends;

        private final long[] done;

        private final long[] gates;

        Pass(int steps, int waves) {
            this.starts = new long[steps];
            this.ends = new long[steps];
            this.done = new long[waves];
            this.gates = new long[waves + 1];
        }

    }

    /** What happened so far, by the places of steps and waves. */
    static final class State {

        private final long now;

        private final long[] started;

        private final long[] ended;

        private final long[] over;

        State(Network network, Actuals actuals, @Nullable Instant now) {
            List<PlannedStep> steps = network.inOrder;
            this.now = millis(now);
            this.started = steps.stream().map(PlannedStep::key).mapToLong((key) -> {
                Actuals.Actual actual = actuals.steps().get(key);
                return millis((actual != null) ? actual.startedAt() : null);
            }).toArray();
            this.ended = steps.stream().map(PlannedStep::key).mapToLong((key) -> {
                Actuals.Actual actual = actuals.steps().get(key);
                return millis((actual != null) ? actual.endedAt() : null);
            }).toArray();
            this.over = network.waves.stream().mapToLong((wave) -> millis(actuals.waves().get(wave.key()))).toArray();
        }

        private static long millis(@Nullable Instant time) {
            return (time != null) ? time.toEpochMilli() : NEVER;
        }

    }

    /** A pass of this network's size. */
    Pass pass() {
        return new Pass(this.inOrder.size(), this.waveEnds.length);
    }

}
