package cn.dangjian.member.telling.due;

import java.util.List;
import java.util.Map;

/**
 * What a room tells other services, whole, of each thing of a kind, by its number.
 *
 * @param <T> the state of one of them
 */
public interface Told<T> {

    /** Under which it is due; its pages are {@code <kind>:<number of the page>}. */
    String kind();

    /** The event's. */
    String type();

    /** All of whom there is something to tell, in the order of their numbers. */
    List<Long> listAfter(long number, int most);

    /** What is so now of these; runs in the transaction that announces it, and nobody else announces them meanwhile. */
    Map<Long, T> states(List<Long> numbers);

    /** The event's data. */
    Object data(List<T> page);
}
