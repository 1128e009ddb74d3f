/** 党建阵地: where a village's Party life takes place: reported by the village, verified by the township. */
@NullMarked
package cn.dangjian.organization.register.venue;

import org.jspecify.annotations.NullMarked;
