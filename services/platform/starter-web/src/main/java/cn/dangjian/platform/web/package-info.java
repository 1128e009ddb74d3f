/** Wires what every service's door has in common. */
@NullMarked
package cn.dangjian.platform.web;

import org.jspecify.annotations.NullMarked;
