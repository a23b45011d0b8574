package dev.lathe.samples.train.net;

import java.util.Random;

/// The numbers from 0 to n - 1 in an order that can be mixed again.
final class Shuffle {
    private final int[] order;
    private final Random random;

    Shuffle(int count, Random random) {
        this.random = random;
        order = new int[count];
        for (int index = 0; index < count; index++) {
            order[index] = index;
        }
    }

    int get(int place) {
        return order[place];
    }

    /// Mixes the order, by the method of Fisher and Yates.
    void shuffle() {
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int swapped = order[last];
            order[last] = order[other];
            order[other] = swapped;
        }
    }
}
