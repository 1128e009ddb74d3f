package cn.dangjian.platform.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that hears events: {@code void on(Event<Data>)} for one at a time, {@code void on(List<Event<Data>>)}
 * for all new events of a poll in order. {@code Data} is a record with only the fields that are read.
 *
 * <p>The method runs in one transaction with the inbox row, so that each event has its effect once. A failure of the
 * database is retried until it is back. Any other failure is retried a few times; then the event is parked with its
 * key, later events of the key wait behind it, and other keys go on.
 *
 * <p>The listener's class name is its name in the inbox: renaming it makes it hear everything that is replayed again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Hears {

    /** The types heard, {@code <service>.<fact>.v<n>}, all of one service. */
    String[] value();

    /** What is checked before the method is called. */
    Order order() default Order.ANY;
}
