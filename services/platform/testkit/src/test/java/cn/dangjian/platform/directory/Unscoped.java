package cn.dangjian.platform.directory;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the mark of the directory starter, which is not on the class path. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Unscoped {
    String value();
}
