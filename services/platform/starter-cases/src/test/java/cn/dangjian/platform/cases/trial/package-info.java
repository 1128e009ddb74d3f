/** A small room of two kinds of case, to try the starter out. */
@NullMarked
package cn.dangjian.platform.cases.trial;

import org.jspecify.annotations.NullMarked;
