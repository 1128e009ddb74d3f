/** Appointments (任职): who holds which post from which day to which, and what ends by itself. */
@NullMarked
package cn.dangjian.identity.appointment;

import org.jspecify.annotations.NullMarked;
