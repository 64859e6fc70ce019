/** Educators of the demonstration, by school; nobody of this name exists. */
export const CROWD = {
  elementary: `Amara Johnson, Beatriz Fonseca, Carol Whitaker, Chidi Eze, Claire Dubois, Danielle Foster,
    Deepa Iyer, Elena Petrova, Emily Sandoval, Fatima Haddad, Grace Kim, Hannah Weiss, Imani Robinson,
    Isabel Moreno, Janet Lowell, Jasmine Tate, Joan McCarthy, Kavya Reddy, Keisha Banks, Laura Bianchi,
    Leilani Kahale, Linh Pham, Luz Herrera, Maeve Donovan, Mary Sullivan, Naomi Feldman, Olivia Barnes,
    Priya Nair, Rachel Stein, Renata Costa, Sofia Lindqvist, Susan Kowalski, Tamika Greene, Wei Zhang`,
  middle: `Aaron Blum, Alicia Vargas, Andre Baptiste, Anika Sen, Brian Callahan, Camila Rojas, Celeste Morin,
    Daniel Okafor, David Rosen, Dolores Quinn, Elijah Brown, Esra Yilmaz, Felix Navarro, Gabriela Pinto,
    Hamza Qureshi, Helen Papadakis, Ivan Horvat, James Carter, Jing Wu, Julia Fischer, Karim Mansour,
    Kenji Mori, Lamar Hughes, Lucia Ferraro, Marcus Hill, Mei Tanaka, Michael Brennan, Nadia Rahman,
    Nkechi Obi, Patrick Doyle, Rosario Cruz, Samuel Adeyemi, Sarah Goldberg, Teresa Nunes, Vikram Joshi,
    Yolanda Price`,
  high: `Abena Boateng, Adrian Popescu, Aisha Farouk, Alan Prescott, Alejandro Ruiz, Anna Jankowski,
    Arjun Malhotra, Bao Nguyen, Benjamin Katz, Brenda Stokes, Caleb Turner, Carmen Delgado, Catherine Boyle,
    Christopher Lang, Dariusz Nowak, Diego Fuentes, Edith Ellis, Emmanuel Mensah, Eun-ji Park, Farah Aziz,
    George Stavros, Hiroshi Sato, Ingrid Solberg, Jamal Whitfield, Jean-Luc Pierre, Jerome Watts,
    Katarina Novotna, Khadija Diallo, Kyle Jennings, Leah Abrams, Louis Fontaine, Malik Jefferson,
    Manuel Ortega, Margaret Flynn, Mohammed Saleh, Noah Bergman, Oksana Melnyk, Paolo Conti, Rebecca Shaw,
    Ricardo Lima, Ruth Adler, Shanice Coleman, Simone Laurent, Stefan Krause, Tomas Silva, Ursula Brandt,
    Victor Hwang, Zainab Yusuf`,
}

/** The names of a list, each in its two parts. */
export const namesIn = (list: string) =>
  list.split(',').map((name) => {
    const [givenName, familyName] = name.trim().split(' ')
    return { givenName: givenName!, familyName: familyName! }
  })
