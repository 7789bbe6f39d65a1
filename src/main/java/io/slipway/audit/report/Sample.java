package io.slipway.audit.report;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import io.slipway.audit.report.Population.Drawn;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Draws a sample that anybody draws again: members are ordered by SHA-256 of the seed
 * followed by the key (UTF-8, hexadecimal digits, ascending), and the first are taken.
 */
final class Sample {

    private final String seed;

    private final int size;

    private final PriorityQueue<Drawn> kept = new PriorityQueue<>(Comparator.comparing(Drawn::hash).reversed());

    Sample(String seed, int size) {
        this.seed = seed;
        this.size = size;
    }

    void offer(Member member) {
        if (this.seed.isEmpty() || this.size < 1) {
            return;
        }
        String hash = DigestUtils.sha256Hex(this.seed + member.member());
        if (this.kept.size() < this.size) {
            this.kept.add(new Drawn(member, hash));
        }
        else if (hash.compareTo(this.kept.element().hash()) < 0) {
            this.kept.remove();
            this.kept.add(new Drawn(member, hash));
        }
    }

    List<Drawn> drawn() {
        return this.kept.stream().sorted(Comparator.comparing(Drawn::hash)).toList();
    }

}
