package cn.dangjian.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * 轮流: the house (A) and its control (B) by turns, A B B A in each block, so that whatever drifts meets both alike.
 *
 * @param ours two for each block
 * @param control two for each block
 */
record Turns<A, B>(List<A> ours, List<B> control) {

    static <A, B> Turns<A, B> take(int blocks, Supplier<A> house, Supplier<B> bare) {
        var ours = new ArrayList<A>();
        var control = new ArrayList<B>();
        for (int block = 0; block < blocks; block++) {
            ours.add(house.get());
            control.add(bare.get());
            control.add(bare.get());
            ours.add(house.get());
        }
        return new Turns<>(List.copyOf(ours), List.copyOf(control));
    }
}
