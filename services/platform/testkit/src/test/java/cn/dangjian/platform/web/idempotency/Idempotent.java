package cn.dangjian.platform.web.idempotency;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the mark of the web starter, which is not on the class path. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
