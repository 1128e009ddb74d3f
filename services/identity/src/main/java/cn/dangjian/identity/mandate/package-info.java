/** Mandates (授权): who may act for another's post, from which day to which, and on what ground. */
@NullMarked
package cn.dangjian.identity.mandate;

import org.jspecify.annotations.NullMarked;
