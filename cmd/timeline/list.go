package main

func (p *program) listPlain(args []string) error { return usage("list is not there yet") }
