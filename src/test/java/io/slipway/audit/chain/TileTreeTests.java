package io.slipway.audit.chain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The tree, its proofs and its growth agree with the definitions of RFC 6962, written
 * down a second time here without tiles.
 */
class TileTreeTests {

    private static final HexFormat HEX = HexFormat.of();

    private static final String[] INPUTS = { "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f" };

    private static final String[] ROOTS = { "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328" };

    private final Map<Growth.Tile, byte[]> stored = new HashMap<>();

    private final Tiles tiles = (level, number) -> this.stored.getOrDefault(new Growth.Tile(level, number),
            new byte[0]);

    @Test
    void keepsTheVectorsOfTheStandard() {
        assertThat(HEX.formatHex(new TileTree(this.tiles, 0).root()))
            .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        Growth growth = new Growth(this.tiles, 0);
        for (int i = 0; i < INPUTS.length; i++) {
            growth.add(Merkle.leaf(HEX.parseHex(INPUTS[i])));
            assertThat(HEX.formatHex(growth.tree().root())).isEqualTo(ROOTS[i]);
        }
    }

    @Test
    void growsInStepsOfAnySizeToTheSameTreeAndProvesIt() {
        Random random = new Random(6962);
        List<byte[]> leaves = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        List<byte[]> roots = new ArrayList<>();
        while (leaves.size() < 66_500) {
            Growth growth = new Growth(this.tiles, leaves.size());
            int step = (leaves.size() < 1500) ? 1 + random.nextInt(97) : 1 + random.nextInt(9000);
            for (int i = 0; i < step; i++) {
                byte[] leaf = Merkle.leaf(("leaf " + leaves.size()).getBytes(StandardCharsets.UTF_8));
                leaves.add(leaf);
                growth.add(leaf);
            }
            byte[] grown = growth.tree().root();
            this.stored.putAll(growth.changed());
            assertThat(new TileTree(this.tiles, leaves.size()).root()).isEqualTo(grown)
                .isEqualTo(naive(leaves, 0, leaves.size()));
            sizes.add((long) leaves.size());
            roots.add(grown);
        }
        TileTree tree = new TileTree(this.tiles, leaves.size());
        byte[] root = tree.root();
        for (int i = 0; i < 300; i++) {
            int index = random.nextInt(leaves.size());
            List<byte[]> path = tree.inclusion(index);
            assertThat(Proofs.includes(leaves.get(index), index, leaves.size(), path, root)).isTrue();
            assertThat(Proofs.includes(leaves.get(index), (index + 1) % leaves.size(), leaves.size(), path, root))
                .isFalse();
            assertThat(Proofs.includes(Merkle.leaf(new byte[] { 1 }), index, leaves.size(), path, root)).isFalse();
        }
        for (int i = 0; i < sizes.size(); i++) {
            List<byte[]> proof = tree.consistency(sizes.get(i));
            assertThat(Proofs.consistent(sizes.get(i), roots.get(i), leaves.size(), root, proof)).isTrue();
            byte[] other = Arrays.copyOf(roots.get(i), Merkle.LENGTH);
            other[7] ^= 1;
            assertThat(Proofs.consistent(sizes.get(i), other, leaves.size(), root, proof)).isFalse();
        }
    }

    @Test
    void provesAllSmallTreesOfEachOther() {
        for (int size = 1; size <= 40; size++) {
            Growth growth = new Growth(this.tiles, 0);
            List<byte[]> leaves = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                leaves.add(Merkle.leaf(new byte[] { (byte) i }));
                growth.add(leaves.get(i));
            }
            TileTree tree = growth.tree();
            byte[] root = tree.root();
            for (int earlier = 1; earlier <= size; earlier++) {
                assertThat(Proofs.consistent(earlier, naive(leaves, 0, earlier), size, root, tree.consistency(earlier)))
                    .isTrue();
                assertThat(
                        Proofs.includes(leaves.get(earlier - 1), earlier - 1, size, tree.inclusion(earlier - 1), root))
                    .isTrue();
            }
        }
    }

    @Test
    void saysThatTilesAreCutOff() {
        Growth growth = new Growth(this.tiles, 0);
        for (int i = 0; i < 10; i++) {
            growth.add(Merkle.leaf(new byte[] { (byte) i }));
        }
        this.stored.putAll(growth.changed());
        assertThatIllegalStateException().isThrownBy(() -> new TileTree(this.tiles, 11).root())
            .withMessageContaining("cut off");
        assertThatIllegalStateException().isThrownBy(() -> new Growth(this.tiles, 9).add(new byte[32]))
            .withMessageContaining("10 hashes, and not 9");
    }

    private static byte[] naive(List<byte[]> leaves, int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int split = 1;
        while (split * 2 < to - from) {
            split *= 2;
        }
        return Merkle.node(naive(leaves, from, from + split), naive(leaves, from + split, to));
    }

}
