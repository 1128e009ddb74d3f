/** 产业链组建率: on how many chains a functional Party unit leads Party work, and how large those without one are (ORG-07). */
@NullMarked
package cn.dangjian.organization.register.chainrate;

import org.jspecify.annotations.NullMarked;
