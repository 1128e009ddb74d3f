/** 单位台账: economic and social units, where they lie, and which Party unit covers them (ORG-03, ORG-04). */
@NullMarked
package cn.dangjian.organization.register.entry;

import org.jspecify.annotations.NullMarked;
