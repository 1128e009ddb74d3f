package cn.dangjian.platform.directory;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller's {@link Scope} parameter: the caller's unit and everything below it, by territory, or with
 * {@code by=LINE} in the request by line.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Subtree {

    /** Whether it can be asked by line; elsewhere {@code by=LINE} is refused. */
    boolean lines() default false;
}
